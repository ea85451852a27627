export interface ShareLinks {
  mail: string;
  linkedIn: string;
  /** The page's own address, to be copied into any network. */
  address: string;
}

/** Plain links: nothing of another site is loaded, and nobody learns of the reader before they press one. */
export function shareLinks(title: string, address: string): ShareLinks {
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${address}`)}`;
  const linkedIn = `https://www.linkedin.com/sharing/share-offsite/?url=${encodeURIComponent(address)}`;
  return { mail, linkedIn, address };
}
