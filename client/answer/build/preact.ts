/** Preact draws the pages, survey-react-ui included, under the names of React that all of them import: far fewer bytes. */
import type { Alias } from 'vite'

const stands: readonly [name: string, instead: string][] = [
  ['react', 'preact/compat'],
  ['react-dom', 'preact/compat'],
  ['react-dom/client', 'preact/compat/client'],
  ['react-dom/test-utils', 'preact/test-utils'],
  ['react/jsx-runtime', 'preact/jsx-runtime'],
  ['react/jsx-dev-runtime', 'preact/jsx-runtime'],
  ['use-sync-external-store/shim/index\\.js', 'preact/compat'],
]

export const preact: Alias[] = stands.map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement }))
