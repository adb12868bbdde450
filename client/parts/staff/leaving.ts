/** What leaves the page: copied for another document, or saved as a file. */
import { notify, notifyProblem } from './Toasts.tsx'

/** `shown`: where the text stands on the page; it is selected where the browser refuses to copy. */
export async function copyText(text: string, message: string, shown: Element | null = null): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    notify(message)
  } catch {
    if (shown === null)
      return notifyProblem('Ce navigateur ne permet pas de copier d’ici\u202f: enregistrez le fichier.')
    if (shown instanceof HTMLInputElement) shown.select()
    else getSelection()?.selectAllChildren(shown)
    notifyProblem('Ce navigateur ne permet pas de copier d’ici\u202f: c’est sélectionné, appuyez sur Ctrl + C.')
  }
}

/** The picture is promised at once: some browsers forget the press while it is drawn. */
export async function copyPicture(picture: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    notify('L’image est copiée : collez-la dans votre document.')
  } catch {
    notifyProblem('Ce navigateur ne permet pas de copier une image : enregistrez-la.')
  }
}

export function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
