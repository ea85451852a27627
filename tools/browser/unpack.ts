// Run in a process of its own, with TMPDIR set to the folder to fill: the package unpacks to the system's temporary folder
// and takes whatever lies there for complete.
import chromium from '@sparticuz/chromium';

await chromium.executablePath();
