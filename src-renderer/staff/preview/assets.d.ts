/** The bundler's way to have a file's address instead of its contents. */
declare module '*?url' {
  const address: string
  export default address
}
