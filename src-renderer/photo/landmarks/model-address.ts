/** The page's own origin and nothing else; build/photo-models puts the files there. */
export const modelAddress = (): string => new URL('/photo-models/', location.href).href
