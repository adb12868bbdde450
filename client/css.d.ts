/** Style sheets are read by Vite alone. */
declare module '*.css'
