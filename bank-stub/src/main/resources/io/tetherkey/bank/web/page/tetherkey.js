// Keeps the order page up to date and copies its code. The page works without it: it then reloads itself.
'use strict';

const order = document.querySelector('[data-events]');

function show(state) {
  for (const panel of order.querySelectorAll('[data-status]')) {
    panel.hidden = panel.dataset.status !== state.status;
  }
  for (const part of order.querySelectorAll('[data-while]')) {
    part.hidden = !part.dataset.while.split(' ').includes(state.status);
  }
  for (const place of order.querySelectorAll('[data-receipt]')) {
    place.textContent = state.receipt;
  }
  for (const place of order.querySelectorAll('[data-bank]')) {
    place.textContent = state.bank;
  }
}

if (order) {
  const offline = order.querySelector('[data-offline]');
  const events = new EventSource(order.dataset.events);
  events.addEventListener('status', (event) => {
    const state = JSON.parse(event.data);
    show(state);
    offline.hidden = true;
    if (state.last) {
      events.close();
    }
  });
  events.onerror = () => { offline.hidden = false; };
  events.onopen = () => { offline.hidden = true; };
}

const copy = document.querySelector('[data-copy]');
if (copy) {
  const code = document.getElementById(copy.dataset.copy);
  const label = copy.textContent;
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
    } catch (denied) {
      document.execCommand('copy');
    }
    copy.textContent = copy.dataset.done;
    setTimeout(() => { copy.textContent = label; }, 2000);
  });
  code.addEventListener('focus', () => code.select());
}
