// Comfort on top of pages that work without script: theme, search shortcut, toasts, drafts, confirmations, list keys.
// Everything listens on the document, so that what htmx swaps in needs no set-up.
(() => {
  'use strict';

  const root = document.documentElement;
  const toastDelay = 10_000;
  const draftDelay = 2_000;
  const token = () => document.querySelector('meta[name="request-token"]')?.content ?? '';
  const on = (type, handler, capture = false) => document.addEventListener(type, handler, capture);
  const onClick = (selector, handler) => on('click', event => {
    const target = event.target.closest?.(selector);
    if (target) handler(target, event);
  });
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const icon = name => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', `/lib/icons.svg#${name}`);
    svg.append(use);
    return svg;
  };
  const isTyping = element => element.matches?.('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable]');

  // Theme: the server reads the cookie; the attribute changes at once.
  const markTheme = () => {
    for (const button of document.querySelectorAll('[data-theme-choice]'))
      button.setAttribute('aria-pressed', String(button.dataset.themeChoice === (root.dataset.bsTheme || 'auto')));
  };
  onClick('[data-theme-choice]', (button, event) => {
    event.preventDefault();
    root.dataset.bsTheme = button.dataset.themeChoice;
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${button.dataset.themeChoice}; path=/; max-age=31536000; samesite=lax${secure}`;
    markTheme();
  });

  // Keys. Those of a single letter can be switched off (<html data-keys-off="true">), as WCAG 2.1.4 asks.
  on('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      if (focusSearch()) event.preventDefault();
      return;
    }
    if (event.key === 'Escape') closeMenus(true);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || root.dataset.keysOff === 'true') return;
    if (event.key === '/' && focusSearch()) event.preventDefault();
    if (event.key === '?') document.querySelector('dialog#shortcuts:not([open])')?.showModal();
    moveInList(event);
  });
  function focusSearch() {
    if (openPalette()) return true;
    const field = [...document.querySelectorAll('[data-search]')].find(element => element.checkVisibility());
    field?.focus();
    field?.select();
    return Boolean(field);
  }

  // Search from anywhere: the arrows go through the results, which are links; what was opened is offered again on this device until one signs out.
  const palette = document.getElementById('palette');
  const paletteField = palette?.querySelector('input');
  const recents = () => { try { return JSON.parse(localStorage.getItem('recents') ?? '{}'); } catch { return {}; } };
  const mostRecents = 6;
  function openPalette() {
    if (!palette || !window.htmx || document.querySelector('dialog[open]')) return palette?.open === true;
    palette.showModal();
    paletteField.select();
    if (!paletteField.value) showRecents();
    return true;
  }
  function showRecents() {
    const items = (recents()[palette.dataset.account] ?? []).map(item => make('a', { class: 'result', href: item.href },
      make('span', { class: 'item-icon' }, icon(item.icon)), make('span', { class: 'item-body' }, make('span', { class: 'item-title' }, item.title))));
    const list = make('section', { 'aria-label': 'Ouverts récemment' }, make('h2', { class: 'palette-group' }, 'Ouverts récemment'), ...items);
    palette.querySelector('#palette-results').replaceChildren(...(items.length ? [list] : []));
  }
  onClick('.result[data-icon]', link => {
    const account = palette?.dataset.account;
    if (!account) return;
    const item = { title: link.querySelector('.item-title').textContent.trim(), href: link.getAttribute('href'), icon: link.dataset.icon };
    const known = (recents()[account] ?? []).filter(other => other.href !== item.href);
    try { localStorage.setItem('recents', JSON.stringify({ [account]: [item, ...known].slice(0, mostRecents) })); } catch { /* a full or closed store only forgets */ }
  });
  on('submit', event => {
    if (event.target.matches?.('[action="/deconnexion"]')) localStorage.removeItem('recents');
  });
  onClick('#palette .chip-filter, #palette .result-more, #palette .search-instead a', (link, event) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    htmx.ajax('GET', link.getAttribute('href'), '#palette-results');
  });
  palette?.addEventListener('click', event => { if (event.target === palette) palette.close(); });
  on('keydown', event => {
    if (!palette?.open || !['ArrowDown', 'ArrowUp'].includes(event.key)) return;
    const found = [...palette.querySelectorAll('.result')];
    const at = found.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    (at < 0 ? paletteField : found[Math.min(at, found.length - 1)])?.focus();
  });
  on('input', event => { if (event.target === paletteField && !paletteField.value) showRecents(); });

  // J and K go through every list of the page; the other keys act on the row that holds the focus.
  const rows = () => [...document.querySelectorAll('[data-keys] > *')];
  const rowOf = element => element.closest?.('[data-keys] > *');
  const focusRow = row => row?.querySelector('a[href], button:not(:disabled)')?.focus();
  function moveInList(event) {
    const row = rowOf(event.target);
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') {
      if (!row && !event.target.matches('body, main')) return;
      const all = rows();
      const from = row ?? document.querySelector('[data-keys] > [data-current]');
      focusRow(from ? all[all.indexOf(from) + (key === 'j' ? 1 : -1)] : all[0]);
      if (all.length) event.preventDefault();
    } else if (row && /^[a-z]$/.test(key)) {
      row.querySelector(`[data-key="${key}"]`)?.click();
    }
  }
  on('focusin', event => {
    const row = rowOf(event.target);
    if (!row) return;
    for (const other of document.querySelectorAll('[data-current]')) other.removeAttribute('data-current');
    row.setAttribute('data-current', '');
  });

  // A grid is one stop of the Tab key; arrows go from cell to cell.
  const stops = grid => [...grid.querySelectorAll('tbody a[href]')];
  const onlyStop = (grid, chosen) => { for (const link of stops(grid)) link.tabIndex = link === chosen ? 0 : -1; };
  on('keydown', event => {
    const grid = event.target.closest?.('[data-grid]');
    const cell = event.target.closest?.('td, th');
    if (!grid || !cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = [...cell.parentElement.children].indexOf(cell);
    let next;
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      const row = [...cell.parentElement.querySelectorAll('a[href]')];
      next = row[row.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1)];
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const rows = [...grid.querySelectorAll('tbody tr')];
      const step = event.key === 'ArrowDown' ? 1 : -1;
      for (let i = rows.indexOf(cell.parentElement) + step; rows[i] && !next; i += step)
        next = rows[i].children[column]?.querySelector('a[href]') ?? rows[i].querySelector('th a[href]');
    } else if (event.key === 'Home' || event.key === 'End') {
      next = [...cell.parentElement.querySelectorAll('a[href]')].at(event.key === 'Home' ? 0 : -1);
    } else {
      return;
    }
    event.preventDefault();
    next?.focus();
  });
  on('focusin', event => {
    const grid = event.target.closest?.('[data-grid]');
    if (grid && event.target.matches('tbody a[href]')) onlyStop(grid, event.target);
  });

  // A row that goes away hands the focus to the next one.
  let place = -1;
  on('htmx:beforeSwap', () => { place = rows().indexOf(rowOf(document.activeElement)); });
  on('htmx:afterRequest', () => {
    if (place >= 0 && document.activeElement === document.body) focusRow(rows()[place] ?? rows().at(-1));
    if (place >= 0 && document.activeElement === document.body) document.getElementById('main')?.focus();
    place = -1;
  });

  // Menus are <details>.
  function closeMenus(giveFocusBack, except) {
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (menu.contains(except)) continue;
      menu.open = false;
      if (giveFocusBack) menu.querySelector('summary').focus();
    }
  }
  on('click', event => closeMenus(false, event.target));

  // Explanations of terms also open on hover, and stay while the pointer is over them; a click on the term keeps them.
  let tipTimer, hovered;
  on('mouseover', event => {
    const term = event.target.closest?.('.glossary-term[popovertarget]');
    if (event.target.closest?.('.tip')) clearTimeout(tipTimer);
    if (!term) return;
    clearTimeout(tipTimer);
    const tip = document.getElementById(term.getAttribute('popovertarget'));
    if (!tip.matches(':popover-open')) tipTimer = setTimeout(() => {
      hovered = tip;
      tip.showPopover({ source: term });
    }, 200);
  });
  on('click', event => {
    if (!hovered?.matches(':popover-open') || event.target.closest?.('.glossary-term')?.getAttribute('popovertarget') !== hovered.id) return;
    event.preventDefault();
    hovered = null;
  });
  on('mouseout', event => {
    if (!event.target.closest?.('.glossary-term, .tip')) return;
    clearTimeout(tipTimer);
    tipTimer = setTimeout(() => hovered?.matches(':popover-open') && hovered.hidePopover(), 300);
  });

  // Toasts.
  function toast({ message, undo }) {
    if (!message) return;
    const area = document.getElementById('toasts') ?? document.body.appendChild(make('div', { class: 'toasts', id: 'toasts', role: 'status' }));
    const box = make('div', { class: 'toast' }, make('span', {}, message));
    if (undo?.url) {
      const button = make('button', { type: 'button' }, 'Annuler');
      button.addEventListener('click', () => { box.remove(); post(undo.url); });
      box.append(button);
    }
    const close = make('button', { type: 'button', class: 'toast-close', 'aria-label': 'Fermer le message' }, icon('x'));
    close.addEventListener('click', () => box.remove());
    box.append(close);

    let timer;
    const start = () => { clearTimeout(timer); timer = setTimeout(() => box.remove(), toastDelay); };
    const pause = () => clearTimeout(timer);
    box.addEventListener('mouseenter', pause);
    box.addEventListener('mouseleave', start);
    box.addEventListener('focusin', pause);
    box.addEventListener('focusout', start);
    area.append(box);
    start();
  }
  function post(url) {
    if (window.htmx) return window.htmx.ajax('POST', url, { source: document.body, target: document.body, swap: 'none' });
    const form = make('form', { method: 'post', action: url, hidden: '' },
      make('input', { type: 'hidden', name: '__RequestVerificationToken', value: token() }));
    document.body.append(form);
    form.submit();
  }
  on('toast', event => toast(event.detail));

  // Confirmations: asked before anyone else hears of the click or the submission, which is then made again.
  const confirmed = new WeakSet();
  function mustConfirm(element, event, goOn) {
    if (!element || confirmed.delete(element)) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(element.dataset, () => { confirmed.add(element); goOn(); });
    return true;
  }
  function ask(words, goOn) {
    const title = make('h2', { id: 'confirm-title' }, words.confirm);
    const cancel = make('button', { type: 'button', class: 'btn' }, words.confirmCancel || 'Annuler');
    const accept = make('button', { type: 'button', class: 'confirmDanger' in words ? 'btn btn-danger is-filled' : 'btn btn-primary' }, words.confirmVerb || 'Confirmer');
    const dialog = make('dialog', { 'aria-labelledby': 'confirm-title' }, title);
    if (words.confirmText) dialog.append(make('p', { class: 'dialog-text' }, words.confirmText));
    dialog.append(make('div', { class: 'dialog-actions' }, cancel, accept));
    cancel.addEventListener('click', () => dialog.close());
    accept.addEventListener('click', () => { dialog.close(); goOn(); });
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    cancel.focus();
  }
  on('click', event => {
    const element = event.target.closest?.('[data-confirm]');
    if (element && !element.matches('form, [type=submit], button:not([type])')) mustConfirm(element, event, () => element.click());
  }, true);

  // One submission at a time. GET forms may run again at will.
  const busy = new Map();
  on('submit', event => {
    const { target: form, submitter } = event;
    const asking = submitter?.matches('[data-confirm]') ? submitter : form.matches('[data-confirm]') ? form : null;
    if (busy.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else {
      mustConfirm(asking, event, () => form.requestSubmit(submitter));
    }
  }, true);
  on('submit', event => {
    changed.delete(event.target);
    if (!event.defaultPrevented && event.target.method === 'post') hold(event.target, event.submitter);
  });
  function hold(form, submitter) {
    busy.set(form, submitter);
    submitter?.setAttribute('aria-busy', 'true');
    setTimeout(() => release(form), 15_000); // a download leaves the page in place
  }
  function release(form) {
    busy.get(form)?.removeAttribute('aria-busy');
    busy.delete(form);
  }
  window.addEventListener('pageshow', () => [...busy.keys()].forEach(release));
  on('htmx:beforeSend', event => {
    const form = event.detail.elt.closest('form');
    if (form && event.detail.requestConfig.verb !== 'get') hold(form, event.detail.requestConfig.triggeringEvent?.submitter);
  });
  on('htmx:afterRequest', event => {
    const form = event.detail.elt.closest?.('form') ?? event.detail.elt;
    release(form);
  });

  // Filters apply as they change.
  let typing;
  on('change', event => {
    const form = event.target.form;
    if (form?.matches('[data-autosubmit]')) { clearTimeout(typing); form.requestSubmit(); }
  });
  on('input', event => {
    const form = event.target.form;
    if (!window.htmx || event.target.type !== 'search' || !form?.matches('[data-autosubmit]')) return;
    clearTimeout(typing);
    typing = setTimeout(() => form.requestSubmit(), 300);
  });

  // Drafts and unsaved changes.
  const changed = new Set();
  const drafts = new WeakMap();
  on('input', event => {
    const form = event.target.form;
    if (!form) return;
    if (form.matches('[data-warn-leave]')) changed.add(form);
    if (!form.matches('[data-draft]')) return;
    clearTimeout(drafts.get(form));
    drafts.set(form, setTimeout(() => saveDraft(form), draftDelay));
  });
  async function saveDraft(form) {
    if (!form.isConnected || busy.has(form)) return;
    const fields = [...form.elements].filter(field => field.name && !field.name.startsWith('__')
      && !['file', 'password', 'hidden', 'submit', 'button'].includes(field.type)
      && (!['checkbox', 'radio'].includes(field.type) || field.checked));
    const content = JSON.stringify(fields.map(field => [field.name, field.value]));
    let text = 'Brouillon non enregistré. Votre saisie est gardée sur cet écran.';
    try {
      const answer = await fetch('/brouillons', {
        method: 'POST',
        headers: { RequestVerificationToken: token() },
        body: new URLSearchParams({ key: form.dataset.draft, content }),
      });
      if (answer.ok && !answer.redirected) {
        const now = new Date();
        text = `Brouillon enregistré à ${now.getHours()}\u00a0h\u00a0${String(now.getMinutes()).padStart(2, '0')}`;
      } else if (answer.status === 422) {
        text = await answer.text(); // what the guard refuses stays on this screen
      }
    } catch {
      showNetworkLoss(true);
    }
    const status = form.querySelector('[data-draft-status]');
    if (status) status.textContent = text;
  }
  window.addEventListener('beforeunload', event => {
    if ([...changed].some(form => form.isConnected && !busy.has(form))) event.preventDefault();
  });

  // Small services of buttons.
  onClick('[data-print]', () => window.print());
  onClick('[data-dialog]', button => document.getElementById(button.dataset.dialog)?.showModal());
  onClick('[data-copy]', async button => {
    await navigator.clipboard.writeText(button.dataset.copy);
    toast({ message: 'Copié dans le presse-papiers.' });
  });
  onClick('[aria-disabled="true"]', (_, event) => event.preventDefault());

  // The network.
  let networkBanner;
  function showNetworkLoss(lost) {
    networkBanner ??= make('div', { class: 'banner is-bad is-network', role: 'alert' }, icon('plug-connected-x'),
      make('p', { class: 'banner-text' }, make('strong', {}, 'Connexion perdue.'), ' Votre saisie est gardée sur cet écran.'));
    if (lost) document.body.append(networkBanner);
    else networkBanner.remove();
  }
  window.addEventListener('offline', () => showNetworkLoss(true));
  window.addEventListener('online', () => showNetworkLoss(false));
  on('htmx:sendError', () => showNetworkLoss(true));
  on('htmx:timeout', () => showNetworkLoss(true));
  on('htmx:beforeOnLoad', () => networkBanner && showNetworkLoss(false));
  on('htmx:responseError', () => toast({ message: 'L’action n’a pas abouti. Réessayez dans un instant.' }));

  on('htmx:configRequest', event => { event.detail.headers.RequestVerificationToken = token(); });

  // What has just arrived: dialogs to open, messages to say, errors to show first.
  function welcome(part) {
    const all = selector => [part, ...part.querySelectorAll('*')].filter(element => element.matches?.(selector));
    for (const dialog of all('dialog[data-open]:not([open])')) dialog.showModal();
    for (const grid of all('[data-grid]')) onlyStop(grid, stops(grid)[0]);
    for (const tab of all('.tabs [aria-current]')) tab.parentElement.scrollLeft = tab.offsetLeft - tab.parentElement.offsetLeft - 40;
    for (const message of all('[data-toast]')) {
      toast({ message: message.dataset.toast, undo: { url: message.dataset.toastUndo } });
      message.remove();
    }
    (all('.error-summary')[0] ?? all('[aria-invalid="true"]')[0])?.focus();
  }
  on('htmx:afterSettle', event => {
    if (event.target.isConnected) welcome(event.target);
  });

  // Deferred: the document is whole here.
  markTheme();
  welcome(document);
})();
