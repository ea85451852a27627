declare module 'subset-font' {
  /** What this workspace asks of it; the package brings no types. */
  interface SubsetOptions {
    targetFormat: 'woff2';
    keepFeatures: string[];
    variationAxes: Record<string, number | { min: number; max: number }>;
    noHinting: boolean;
  }
  export default function subsetFont(font: Buffer, text: string, options: SubsetOptions): Promise<Buffer>;
}
