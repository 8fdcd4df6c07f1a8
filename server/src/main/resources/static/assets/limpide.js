// What a page needs beyond HTML and htmx: keys, selections, the theme, charts. No state of its own.
(function () {
  'use strict';
  var body = document.body;

  document.addEventListener('htmx:configRequest', function (event) {
    event.detail.headers['X-CSRF-Token'] = body.dataset.formToken;
  });

  // Light or dark, kept with the account.
  document.addEventListener('click', function (event) {
    var toggle = event.target.closest('[data-theme-toggle]');
    if (toggle) {
      var theme = document.documentElement.dataset.bsTheme === 'dark' ? 'light' : 'dark';
      document.documentElement.dataset.bsTheme = theme;
      fetch('/account/theme', {
        method: 'POST',
        headers: {'X-CSRF-Token': body.dataset.formToken, 'Content-Type': 'application/x-www-form-urlencoded'},
        body: 'theme=' + theme
      });
      drawCharts(document, true);
    }
    var nav = event.target.closest('[data-toggle-nav]');
    if (nav) {
      var open = document.getElementById('nav').classList.toggle('show');
      nav.setAttribute('aria-expanded', String(open));
    }
    var filler = event.target.closest('[data-fill]');
    if (filler) {
      var field = document.getElementById('f-' + filler.dataset.fill);
      field.value = filler.dataset.value;
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    var closer = event.target.closest('[data-close-dialog]');
    if (closer) {
      closer.closest('dialog').close();
    }
    var opener = event.target.closest('[data-open-dialog]');
    if (opener) {
      document.getElementById(opener.dataset.openDialog).showModal();
    }
  });

  // Keys: "/" searches, "g" and a letter goes to a section, "?" shows the keys of the page.
  var going = 0;
  document.addEventListener('keydown', function (event) {
    var typing = event.target.matches('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing) {
      event.target.blur();
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) {
      return;
    }
    if (going && Date.now() - going < 1500) {
      going = 0;
      var link = document.querySelector('[data-go="' + CSS.escape(event.key) + '"]');
      if (link) {
        event.preventDefault();
        link.click();
        return;
      }
    }
    if (event.key === 'g') {
      going = Date.now();
      return;
    }
    if (event.key === '?') {
      showKeys();
      return;
    }
    var target = document.querySelector('[data-key="' + CSS.escape(event.key) + '"]');
    if (target) {
      event.preventDefault();
      if (target.matches('input, textarea, select')) {
        target.focus();
      } else {
        target.click();
      }
    }
  });

  function showKeys() {
    var dialog = document.getElementById('keys');
    dialog.textContent = '';
    var list = document.createElement('dl');
    document.querySelectorAll('[data-key], [data-go]').forEach(function (element) {
      var key = document.createElement('dt');
      key.appendChild(document.createElement('kbd')).textContent =
        element.dataset.go ? 'g ' + element.dataset.go : element.dataset.key;
      var what = document.createElement('dd');
      what.textContent = element.dataset.keyLabel || element.getAttribute('aria-label') ||
        element.getAttribute('placeholder') || element.textContent.trim();
      list.append(key, what);
    });
    dialog.append(list);
    dialog.showModal();
  }
  document.getElementById('keys').addEventListener('click', function () { this.close(); });

  // Tables whose rows can be chosen: one box for all, and a bar that tells how many.
  document.addEventListener('change', function (event) {
    var table = event.target.closest('[data-selection]');
    if (!table) {
      if (event.target.matches('[data-submit]')) {
        event.target.form.requestSubmit();
      }
      return;
    }
    var boxes = table.querySelectorAll('input[type=checkbox][name=id]');
    if (event.target.matches('[data-select-all]')) {
      boxes.forEach(function (box) { box.checked = event.target.checked; });
    }
    var chosen = table.querySelectorAll('input[type=checkbox][name=id]:checked').length;
    table.querySelectorAll('[data-selection-bar]').forEach(function (bar) { bar.hidden = chosen === 0; });
    table.querySelectorAll('[data-selection-count]').forEach(function (count) { count.textContent = String(chosen); });
  });

  // A file may be dropped where one can be chosen.
  ['dragover', 'dragleave', 'drop'].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      var drop = event.target.closest && event.target.closest('[data-drop]');
      if (!drop) {
        return;
      }
      event.preventDefault();
      drop.classList.toggle('drop-over', kind === 'dragover');
      if (kind === 'drop' && event.dataTransfer.files.length) {
        var input = drop.querySelector('input[type=file]');
        var one = new DataTransfer();
        one.items.add(event.dataTransfer.files[0]);
        input.files = one.files;
        input.dispatchEvent(new Event('change', {bubbles: true}));
        input.focus();
      }
    });
  });

  // Charts: the figures stand in a JSON block beside a table that says the same.
  var loading;
  function library() {
    loading = loading || new Promise(function (resolve, reject) {
      var script = document.createElement('script');
      script.src = body.dataset.charts;
      script.onload = function () { resolve(window.echarts); };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  function drawCharts(within, again) {
    var charts = within.querySelectorAll('[data-chart]');
    if (!charts.length) {
      return;
    }
    library().then(function (echarts) {
      charts.forEach(function (element) { draw(echarts, element, again); });
    });
  }

  function draw(echarts, element, again) {
    var figures = JSON.parse(document.getElementById(element.dataset.chart).textContent);
    var chart = echarts.getInstanceByDom(element);
    if (chart && !again) {
      return;
    }
    if (chart) {
      chart.dispose();
    }
    var style = getComputedStyle(document.documentElement);
    var ink = style.getPropertyValue('--tblr-body-color').trim() || '#333';
    var line = style.getPropertyValue('--tblr-border-color').trim() || '#ddd';
    var several = figures.series.length > 1; // a legend names them: labels would lie upon each other
    chart = echarts.init(element, null, {renderer: 'svg'});
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      aria: {enabled: false},
      color: ['#0f8b8d', '#7a5195', '#bc5090', '#ef8354', '#5c677d', '#3d8361'],
      textStyle: {color: ink, fontFamily: 'inherit'},
      legend: several ? {textStyle: {color: ink}, bottom: 0} : undefined,
      grid: {left: 8, right: several ? 16 : 80, top: 16, bottom: several ? 56 : 8, containLabel: true},
      tooltip: {trigger: 'axis', confine: true},
      xAxis: {type: 'category', data: figures.labels, axisLine: {lineStyle: {color: line}}, axisLabel: {color: ink}},
      yAxis: {type: 'value', min: figures.min, max: figures.max, splitLine: {lineStyle: {color: line}}, axisLabel: {color: ink}},
      series: figures.series.map(function (series) {
        return {
          name: series.name, type: figures.type || 'line', data: series.data, symbolSize: 6,
          endLabel: {show: !several && figures.type !== 'bar', formatter: '{a}', color: ink}
        };
      })
    });
    if (figures.links) {
      chart.on('click', function (event) {
        var link = figures.links[event.dataIndex];
        if (link) {
          location.href = link;
        }
      });
    }
    window.addEventListener('resize', function () { chart.resize(); });
  }

  drawCharts(document, false);
  document.addEventListener('htmx:afterSettle', function (event) { drawCharts(event.target, false); });
})();
