/** What scrolls must take the focus, or the part below the edge can't be reached without a mouse. */
export const keyboardScroller = { tabIndex: 0, 'data-owns-arrows': true } as const
