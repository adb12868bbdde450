/** Files of the project `unit` share a document where one worker runs them: each begins with nothing on its page. */
if (typeof document !== 'undefined') document.body.replaceChildren()
