(() => {
  'use strict';
  const root = document.documentElement;
  const tip = document.getElementById('tip');
  const announce = document.getElementById('announce');
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Theme: follows the system until the reader chooses. Storage may be closed to files on disk.
  const remember = (theme) => { try { localStorage.setItem('ramify-theme', theme); } catch { /* asked again next time */ } };
  const remembered = () => { try { return localStorage.getItem('ramify-theme'); } catch { return null; } };
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  if (remembered() === 'dark' || remembered() === 'light') root.dataset.theme = remembered();
  document.getElementById('theme').addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    remember(root.dataset.theme);
  });

  // Pointing: by mouse, by touch, or with the arrow keys once a panel has the focus.
  let pointed = [];
  const unpoint = () => {
    pointed.forEach((mark) => mark.classList.remove('at', 'linked'));
    pointed = [];
    tip.hidden = true;
  };
  const companions = (mark) => {
    const link = mark.dataset.link;
    if (link) return all(`[data-${link}="${CSS.escape(mark.dataset[link])}"]`);
    if (mark.dataset.x) return all(`.readout[data-x="${CSS.escape(mark.dataset.x)}"]`, mark.closest('figure'));
    return [mark];
  };
  const point = (mark, x, y) => {
    unpoint();
    pointed = companions(mark);
    pointed.forEach((each) => each.classList.add(each === mark || each.dataset.x ? 'at' : 'linked'));
    if (!mark.dataset.tip) return;
    tip.textContent = mark.dataset.tip;
    tip.hidden = false;
    const left = x + 16 + tip.offsetWidth > innerWidth ? x - 16 - tip.offsetWidth : x + 16;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${Math.max(8, Math.min(innerHeight - tip.offsetHeight - 8, y + 14))}px`;
  };
  document.addEventListener('pointermove', (event) => {
    const mark = event.target.closest && event.target.closest('[data-tip]');
    if (mark) point(mark, event.clientX, event.clientY); else if (event.pointerType === 'mouse') unpoint();
  });
  document.addEventListener('scroll', unpoint, { passive: true });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return unpoint();
    const panel = document.activeElement;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step || !panel || panel.tagName.toLowerCase() !== 'svg') return undefined;
    const marks = all('[data-tip]', panel);
    if (!marks.length) return undefined;
    event.preventDefault();
    const before = marks.findIndex((mark) => pointed.includes(mark));
    const mark = marks[before < 0 ? (step > 0 ? 0 : marks.length - 1) : (before + step + marks.length) % marks.length];
    const box = mark.getBoundingClientRect();
    point(mark, box.left + box.width / 2, box.top + box.height / 2);
    announce.textContent = mark.dataset.tip;
    return undefined;
  });
  document.addEventListener('focusout', unpoint);

  // Selection: what is clicked stays marked in all figures until it is clicked again or cleared.
  const clear = document.getElementById('clear');
  const selected = new Set();
  const showSelection = () => {
    root.classList.toggle('selecting', selected.size > 0);
    clear.hidden = !selected.size;
    clear.textContent = `${selected.size} selected \u00b7 clear`;
    announce.textContent = `${selected.size} selected`;
  };
  const select = (mark) => {
    const kind = mark.dataset.link;
    if (!kind) return;
    const key = `${kind} ${mark.dataset[kind]}`;
    const on = !selected.delete(key);
    if (on) selected.add(key);
    companions(mark).forEach((each) => each.classList.toggle('selected', on));
    showSelection();
  };
  const unselect = () => {
    selected.clear();
    all('.selected').forEach((mark) => mark.classList.remove('selected'));
    showSelection();
  };
  clear.addEventListener('click', unselect);
  document.addEventListener('click', (event) => {
    const mark = event.target.closest && event.target.closest('[data-link]');
    if (mark) select(mark);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && pointed.length && document.activeElement.tagName.toLowerCase() === 'svg') {
      select(pointed.find((mark) => mark.classList.contains('at')) || pointed[0]);
    } else if (event.key === 'Escape' && selected.size) unselect();
  });

  // Tables: rows are filtered by words and sorted within their groups; groups fold.
  const numeric = (text) => parseFloat(text.replace('\u2212', '-').replace(/^p = /, ''));
  const compare = (one, other) => {
    const a = numeric(one);
    const b = numeric(other);
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b) || one.localeCompare(other);
    return a - b;
  };
  const rowsOf = (body) => all('tr:not(.group)', body);
  const cellOf = (row, column) => (row.cells[column].querySelector('span') || row.cells[column]).textContent;
  const filter = (table, text) => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    all('tbody', table).forEach((body) => {
      const group = body.querySelector('.group') ? body.querySelector('.group').textContent : '';
      const kept = rowsOf(body).filter((row) => {
        const all = `${group} ${row.textContent}`.toLowerCase();
        row.hidden = !words.every((word) => all.includes(word));
        return !row.hidden;
      });
      body.hidden = !kept.length;
      shown += kept.length;
    });
    announce.textContent = `${shown} rows`;
  };
  const sort = (table, head, column) => {
    const down = head.getAttribute('aria-sort') === 'ascending';
    all('thead th', table).forEach((each) => each.removeAttribute('aria-sort'));
    head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    all('tbody', table).forEach((body) => rowsOf(body)
      .sort((a, b) => compare(cellOf(a, column), cellOf(b, column)) * (down ? -1 : 1))
      .forEach((row) => body.append(row)));
  };
  const onPress = (element, action) => {
    element.tabIndex = 0;
    element.addEventListener('click', action);
    element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); action(); }
    });
  };
  all('table.cells').filter((table) => table.rows.length > 9).forEach((table) => {
    const input = document.createElement('input');
    input.type = 'search';
    input.className = 'filter';
    input.placeholder = 'Filter rows';
    input.setAttribute('aria-label', 'Filter the rows of the table by words');
    input.addEventListener('input', () => filter(table, input.value));
    table.before(input);
    all('thead th', table).forEach((head, column) => {
      if (!head.querySelector('svg')) onPress(head, () => sort(table, head, column));
    });
    all('tr.group th', table).forEach((head) => {
      head.setAttribute('aria-expanded', 'true');
      onPress(head, () => {
        const folded = head.closest('tbody').classList.toggle('folded');
        head.setAttribute('aria-expanded', String(!folded));
      });
    });
  });

  // Saving: the sheet holds all but the plots, which are taken from the page in its present theme.
  const sheet = (figure) => {
    const svg = figure.querySelector('template').content.firstElementChild.cloneNode(true);
    const plots = all('.panels > .panel', figure);
    all('[data-panel]', svg).forEach((place) => {
      const plot = plots[Number(place.dataset.panel)].querySelector('svg');
      [...plot.childNodes].forEach((node) => place.append(node.cloneNode(true)));
    });
    all('.readout', svg).forEach((readout) => readout.remove());
    all('[data-tip]', svg).forEach((mark) => {
      const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
      title.textContent = mark.dataset.tip;
      mark.prepend(title);
      mark.removeAttribute('data-tip');
    });
    all('[class]', svg).forEach((mark) => mark.removeAttribute('class'));
    const styles = getComputedStyle(root);
    return new XMLSerializer().serializeToString(svg)
      .replace(/var\((--[a-z0-9-]+)\)/g, (whole, name) => styles.getPropertyValue(name).trim());
  };
  const csv = (figure) => all('.data tr', figure)
    .map((row) => [...row.cells]
      .map((cell) => /[",\r\n]/.test(cell.textContent) ? `"${cell.textContent.replace(/"/g, '""')}"` : cell.textContent)
      .join(','))
    .join('\n') + '\n';
  const save = (blob, name) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const savePng = (figure, name) => {
    const image = new Image();
    const url = URL.createObjectURL(new Blob([sheet(figure)], { type: 'image/svg+xml' }));
    image.onload = () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.width * 2;
      canvas.height = image.height * 2;
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
      URL.revokeObjectURL(url);
      canvas.toBlob((blob) => save(blob, name), 'image/png');
    };
    image.src = url;
  };
  document.addEventListener('click', (event) => {
    const button = event.target.closest && event.target.closest('[data-save]');
    if (!button) return;
    const figure = button.closest('figure');
    const name = `${figure.dataset.name}.${button.dataset.save}`;
    if (button.dataset.save === 'png') savePng(figure, name);
    else if (button.dataset.save === 'svg') save(new Blob([sheet(figure)], { type: 'image/svg+xml' }), name);
    else save(new Blob([csv(figure)], { type: 'text/csv' }), name);
  });
})();
