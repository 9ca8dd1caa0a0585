// Some built-in modules of Node cost more at start-up than all of our own code: `node:process` opens the standard
// streams when it is imported, `node:tty` and `node:child_process` load the network stack. In the bundle each of them is
// loaded at the first call instead. A name that is missing here fails the build, so nothing can be forgotten.
const modules = {
  'node:process': 'export default globalThis.process;',
  'node:tty': `
    import { fstatSync } from 'node:fs';
    const isCharacterDevice = (handle) => { try { return fstatSync(handle).isCharacterDevice(); } catch { return false; } };
    export const isatty = (handle) => isCharacterDevice(handle) && process.getBuiltinModule('node:tty').isatty(handle);
    export default { isatty };`,
  'node:crypto': `
    export const createHash = (...args) => process.getBuiltinModule('node:crypto').createHash(...args);
    export const randomBytes = (...args) => process.getBuiltinModule('node:crypto').randomBytes(...args);`,
  // For commander, which needs it only for commands that are programs of their own; there are none.
  'node:child_process':
    'export const spawn = (...args) => process.getBuiltinModule("node:child_process").spawn(...args);',
};

/** Whether a module is one of them. */
export const isLean = (id) => Object.hasOwn(modules, id);

export const leanBuiltins = {
  name: 'lean-builtins',
  resolveId: (id) => (isLean(id) ? `\0${id}` : null),
  load: (id) => (id.startsWith('\0node:') ? { code: modules[id.slice(1)], moduleSideEffects: false } : null),
};
