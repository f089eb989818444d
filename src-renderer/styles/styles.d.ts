/** Style sheets are taken in for their effect; the bundler handles them. */
declare module '*.css'
