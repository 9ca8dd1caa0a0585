// Bundled and called by build.js.
import { parseStandard } from '../src/cli/parse-standard.ts';
import { folderPackage } from '../src/workspace/package-access.ts';

/** A standard's folder as the JSON that a run loads. */
export async function compileStandard(folder, name) {
  const { data } = await parseStandard(folderPackage(folder, name), { folder, root: process.cwd() });
  return JSON.stringify(data);
}
