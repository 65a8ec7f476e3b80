import { FrameworkMemory } from '../../file/framework-memory.ts';
import { readGivenFile } from '../../file/read-given-file.ts';
import { serveReading } from './serve-reading.ts';

/** Reads our own files, so that the page stays alive. */

const memory = new FrameworkMemory();

serveReading((given, onshare) => readGivenFile(given, memory, onshare));
