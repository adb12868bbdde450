/** Starts the client: reading comfort first, then the screens. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startComfort } from './parts/comfort.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/ribbon.css'

// asked for behind what draws the first screen, and before that is drawn: nobody answers without it
if (location.pathname.startsWith('/q/')) import('./answer/screens/Questions.tsx').catch(() => {})

await startComfort(new URLSearchParams(location.search))
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
