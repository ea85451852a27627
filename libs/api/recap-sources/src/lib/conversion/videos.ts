/**
 * Where a film is watched, if a frame or an address leads to a host whose films Reihe can show as a picture and a link; null: to
 * none of them.
 */
export function filmAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  const host = hostname.replace(/^(www|m)\./, '');
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const id = /^\/(?:embed|shorts|live|v)\/([\w-]{6,20})/.exec(pathname)?.[1] ?? searchParams.get('v') ?? '';
    return /^[\w-]{6,20}$/.test(id) && id !== 'videoseries' ? `https://www.youtube.com/watch?v=${id}` : null;
  }
  if (host === 'youtu.be') {
    const id = /^\/([\w-]{6,20})$/.exec(pathname)?.[1];
    return id ? `https://www.youtube.com/watch?v=${id}` : null;
  }
  if (host === 'vimeo.com' || host === 'player.vimeo.com') {
    const id = /^(?:\/video)?\/(\d{5,12})/.exec(pathname)?.[1];
    return id ? `https://vimeo.com/${id}` : null;
  }
  return null;
}
