/** Vite alone reads CSS files. */
declare module '*.css'
