/** Entry point of a worker thread: loads the file it is told with the compiled code that earlier runs kept. Bundled as a file of its own. */
import { workerData } from 'node:worker_threads';
import { codeKeeper } from './code-keeper.ts';

const { entry } = workerData as { readonly entry: string };
const kept = codeKeeper();
if (kept === undefined) process.getBuiltinModule('node:module').createRequire(entry)(entry);
else kept.load(entry);
