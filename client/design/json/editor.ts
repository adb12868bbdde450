/**
 * CodeMirror, in French and in our colours. It lives in a shadow root: there its styles are adopted as sheets, where in
 * the page they would be `<style>` elements, which the content policy refuses.
 */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { openSearchPanel, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { colours, theme } from './look.ts'

export type JsonEditor = {
  /** Puts another text in its place; what was typed can still be undone. */
  write: (text: string) => void
  show: (diagnostics: Diagnostic[]) => void
  /** Puts the caret there and gives it the focus. */
  goTo: (at: number) => void
  lineAt: (at: number) => number
  find: () => void
  destroy: () => void
}

type Options = {
  host: HTMLElement
  text: string
  isReadOnly: boolean
  /** Ids of elements cannot be reached from a shadow root: the name and its help are given as text. */
  label: string
  onChange: (text: string) => void
}

export function openEditor({ host, text, isReadOnly, label, onChange }: Options): JsonEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root as unknown as HTMLElement,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorState.phrases.of(phrases),
        EditorState.readOnly.of(isReadOnly),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        lineNumbers(),
        foldGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        bracketMatching(),
        indentUnit.of('  '),
        json(),
        syntaxHighlighting(colours),
        lintGutter(),
        search({ top: true }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, indentWithTab]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString())
        }),
        theme,
      ],
    }),
  })
  // undoing while typing JSON takes back letters, not the last change of the draft
  const own = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation()
  }
  host.addEventListener('keydown', own)
  return {
    write: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    show: (diagnostics) => view.dispatch(setDiagnostics(view.state, diagnostics)),
    goTo: (at) => {
      const place = Math.min(at, view.state.doc.length)
      view.dispatch({ selection: { anchor: place }, effects: EditorView.scrollIntoView(place, { y: 'center' }) })
      view.focus()
    },
    lineAt: (at) => view.state.doc.lineAt(Math.min(at, view.state.doc.length)).number,
    find: () => void openSearchPanel(view),
    destroy: () => {
      host.removeEventListener('keydown', own)
      view.destroy()
    },
  }
}

const phrases = {
  Find: 'Chercher',
  Replace: 'Remplacer',
  next: 'suivant',
  previous: 'précédent',
  all: 'tout',
  'match case': 'majuscules',
  'by word': 'mot entier',
  regexp: 'motif',
  replace: 'remplacer',
  'replace all': 'tout remplacer',
  close: 'fermer',
  'current match': 'trouvé ici',
  'on line': 'ligne',
  'replaced match on line $': 'remplacé ligne $',
  'replaced $ matches': '$ remplacements',
  'Go to line': 'Aller à la ligne',
  go: 'aller',
  'Control character': 'Signe invisible',
  'Selection deleted': 'Sélection effacée',
  'Folded lines': 'Lignes pliées',
  'Unfolded lines': 'Lignes dépliées',
  to: 'à',
  'folded code': 'partie pliée',
  unfold: 'déplier',
  'Fold line': 'Plier la ligne',
  'Unfold line': 'Déplier la ligne',
  Diagnostics: 'À revoir',
  'No diagnostics': 'Rien à revoir',
}
