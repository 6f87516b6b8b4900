/** `node trial.js PATH`: loads and tries a library in a process of its own, so that a broken one ends this and no other. */
import { tryLibrary } from './library.ts'

tryLibrary(process.argv[2])
