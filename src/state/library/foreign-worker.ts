import { readForeignFile } from '../../file/read-foreign-file.ts';
import { serveReading } from './serve-reading.ts';

/** Reads what other programs wrote: apart, since few need it and its reader of YAML is large. */

serveReading(readForeignFile);
