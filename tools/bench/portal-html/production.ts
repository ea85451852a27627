/** Imported before Angular: without its checks for developers, as the built product runs. */
Object.assign(globalThis, { ngDevMode: false });
