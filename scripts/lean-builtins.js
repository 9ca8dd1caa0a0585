// Some built-in modules of Node cost more at start-up than all of our own code: `node:process` opens the standard
// streams when it is imported, `node:tty` and `node:child_process` load the network stack. In the bundle each of them is
// loaded at the first call instead. A name that is missing here fails the build, so nothing can be forgotten.
const modules = {
  'node:process': 'export default globalThis.process;',
  'node:tty': `
    const isCharacterDevice = (handle) => { try { return process.getBuiltinModule('node:fs').fstatSync(handle).isCharacterDevice(); } catch { return false; } };
    export const isatty = (handle) => isCharacterDevice(handle) && process.getBuiltinModule('node:tty').isatty(handle);
    export default { isatty };`,
  'node:crypto': `
    export const createHash = (...args) => process.getBuiltinModule('node:crypto').createHash(...args);
    export const randomBytes = (...args) => process.getBuiltinModule('node:crypto').randomBytes(...args);`,
  // For commander, which needs it only for commands that are programs of their own; there are none.
  'node:child_process':
    'export const spawn = (...args) => process.getBuiltinModule("node:child_process").spawn(...args);',
};

/**
 * What our own code uses of modules that are in memory anyway. An `import` of them still costs: Node looks at every export, and
 * by that loads what stands behind the lazy ones, such as all of the streams behind `node:fs`.
 */
const used = {
  'node:fs':
    'closeSync constants existsSync fchmodSync fchownSync fstatSync fsyncSync lstatSync mkdirSync mkdtempSync openSync readFileSync readSync readdirSync realpathSync renameSync rmSync statSync unlinkSync writeFileSync writeSync',
  'node:path': 'basename dirname isAbsolute join relative resolve sep',
  'node:os': 'availableParallelism homedir tmpdir',
  'node:buffer': 'Buffer constants isAscii isUtf8',
  'node:url': 'fileURLToPath',
  'node:util': 'parseArgs',
};

for (const [id, names] of Object.entries(used)) {
  const lines = names
    .split(' ')
    .map((name) => `export const ${name} = /* @__PURE__ */ (() => module.${name})();`);
  modules[id] = `const module = process.getBuiltinModule('${id}');\n${lines.join('\n')}`;
}

/** Whether a module that is imported by another is one of them. */
export const isLean = (id, importer = '') =>
  Object.hasOwn(modules, id) && (!Object.hasOwn(used, id) || /[\\/]src[\\/].+\.ts$/.test(importer));

export const leanBuiltins = {
  name: 'lean-builtins',
  resolveId: (id, importer) => (isLean(id, importer) ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0node:') ? { code: modules[id.slice(1)], moduleSideEffects: false } : null),
};

/** Chalk looks at the terminal when it is imported, which loads the network stack; we tell it ourselves whether to colour. */
export const toldAboutColor = {
  name: 'told-about-color',
  resolveId: (id) => (id === '#supports-color' ? `\0${id}` : null),
  load: (id) =>
    id === '\0#supports-color' ? { code: 'export default { stdout: false, stderr: false };' } : null,
};
