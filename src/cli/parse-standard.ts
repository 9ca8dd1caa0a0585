import { checks } from '../checks/index.ts';
import type { PackageAccess } from '../model/standard.ts';
import type { PackageData } from '../standards/package-data.ts';
import type { ParseOptions } from '../standards/parse-package.ts';
import { parsePackage as parse } from '../standards/parse-package.ts';
import { findStandard } from '../workspace/find-standard.ts';
import type { Parsed } from '../workspace/package-cache.ts';

const knownChecks = checks.map(({ id }) => id);

/**
 * Reads and checks a whole standard package. The result is plain JSON, to be stored or handed to `buildStandard`.
 * @throws Failure `standard` for the first thing that is wrong, with file, line and column in the package.
 */
export function parsePackage(access: PackageAccess, options: ParseOptions = {}): Promise<PackageData> {
  return parse(access, { checks: knownChecks, ...options });
}

/**
 * Parses a package and whatever it extends: a built-in standard, or a folder named relative to the package.
 * @throws Failure `standard` for a package or base that is broken or does not exist.
 */
export async function parseStandard(
  access: PackageAccess,
  { folder, root }: { folder: string; root: string },
): Promise<Parsed<PackageData>> {
  let isSelfContained = true;
  const data = await parsePackage(access, {
    resolveBase: (id, version) => {
      isSelfContained = false;
      const base = findStandard(version === undefined ? id : `${id}@${version}`, { cwd: folder, root });
      return base.kind === 'compiled' ? (JSON.parse(base.json) as PackageData) : base.access;
    },
  });
  return { data, isSelfContained };
}
