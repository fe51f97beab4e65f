// Keeps the pages of an order and of a login up to date and copies their codes. They work without it: they then reload
// themselves.
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
  for (const place of order.querySelectorAll('[data-reason]')) {
    place.textContent = state.reason;
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
    if (state.next) {
      location.replace(state.next);
    }
  });
  events.onerror = () => { offline.hidden = false; };
  events.onopen = () => { offline.hidden = true; };
}

// A login's link opens by itself the first time that its page is shown, not when the page is loaded again.
const start = document.querySelector('[data-start]');
if (start && !start.closest('[hidden]') && sessionStorage.getItem('started') !== start.href) {
  sessionStorage.setItem('started', start.href);
  location.assign(start.href);
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
