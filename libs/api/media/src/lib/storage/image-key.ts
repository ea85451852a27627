/** Everything of one image lies in one folder, so that it goes as one. */
export const imageFolder = (id: string) => `images/${id}`;

export const imageKey = (id: string, file: string) => `${imageFolder(id)}/${file}`;

/** The file as it came, until a worker has made the source from it. Never served: it may say where it was taken. */
export const ORIGINAL = 'original';
