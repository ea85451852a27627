'use strict';
// The first file of every npm script. It runs before anything is installed and on any Node, so it has no dependency and
// keeps to syntax that a Node too old for Reihe still parses: only then can that Node be told so in words.
var childProcess = require('child_process');
var crypto = require('crypto');
var fs = require('fs');
var path = require('path');

var OLDEST_NODE = 20;
var EXIT = { usage: 2, oldNode: 3, noNetwork: 4, installFailed: 5 };
var COMMANDS = ['start', 'test', 'dev', 'bench', 'account', 'screenshots', 'i18n', 'build', 'openapi'];

var root = path.resolve(__dirname, '..');
var modules = path.join(root, 'node_modules');
var stampFile = path.join(modules, '.reihe-lock-hash');
var unfinishedFile = path.join(modules, '.reihe-unfinished');
var ownNode = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

function fail(code, words) {
  process.stderr.write(words + '\n');
  process.exit(code);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    return null;
  }
}

/** What was installed depends on the lock file and on the machine the packages were built for. */
function wantedStamp() {
  var lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return crypto
    .createHash('sha256')
    .update(lock)
    .update(process.platform + process.arch)
    .digest('hex');
}

/** True when someone ran npm by hand: npm's own record of node_modules then names every package of the lock file. */
function isInstalledByNpm() {
  var wanted = readJson(path.join(root, 'package-lock.json'));
  var present = readJson(path.join(modules, '.package-lock.json'));
  if (!wanted || !present || !wanted.packages || !present.packages) return false;
  return Object.keys(wanted.packages).every(function (name) {
    if (name === '' || wanted.packages[name].optional) return true;
    return !!present.packages[name] && present.packages[name].version === wanted.packages[name].version;
  });
}

function nodeRuns() {
  return (
    fs.existsSync(ownNode) && childProcess.spawnSync(ownNode, ['--version'], { stdio: 'ignore' }).status === 0
  );
}

function isInstalled(stamp) {
  if (!fs.existsSync(ownNode) || fs.existsSync(unfinishedFile)) return false;
  try {
    if (fs.readFileSync(stampFile, 'utf8') === stamp) return true;
  } catch (error) {
    // No stamp yet: npm's own record decides.
  }
  if (!isInstalledByNpm() || !nodeRuns()) return false;
  fs.writeFileSync(stampFile, stamp);
  return true;
}

/** Says that something still happens: a running clock on a terminal, a line every quarter of a minute in a log. */
function startClock(words) {
  var began = Date.now();
  var isTerminal = !!process.stdout.isTTY;
  var seconds = function () {
    return Math.round((Date.now() - began) / 1000);
  };
  process.stdout.write(isTerminal ? words : words + '\n');
  var timer = setInterval(
    function () {
      process.stdout.write(isTerminal ? '\r' + words + ' ' + seconds() + ' s' : '  … ' + seconds() + ' s\n');
    },
    isTerminal ? 1000 : 15000,
  );
  return function (outcome) {
    clearInterval(timer);
    process.stdout.write((isTerminal ? '\r' + words + ' ' : '  ') + outcome + ' (' + seconds() + ' s)\n');
  };
}

var NO_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET|network (request|connectivity)/i;

/** The npm that we are a script of, else the one on the PATH. */
function spawnNpm(args) {
  var npm = process.env.npm_execpath;
  var options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' };
  if (!npm || !/\.c?js$/.test(npm)) return childProcess.spawn('npm', args, options);
  options.shell = false;
  return childProcess.spawn(process.execPath, [npm].concat(args), options);
}

/** Without a network npm tries for minutes, package by package. One question to the registry tells it in seconds. */
function askRegistry(done) {
  var child = spawnNpm([
    'view',
    'node',
    'version',
    '--prefer-online',
    '--fetch-retries=0',
    '--fetch-timeout=20000',
  ]);
  var log = '';
  child.stdout.resume();
  child.stderr.on('data', function (chunk) {
    log += chunk;
  });
  child.on('error', function () {
    done(true);
  });
  child.on('close', function (code) {
    done(code === 0 || !NO_NETWORK.test(log));
  });
}

/**
 * An install that was killed leaves packages half unpacked, and npm takes a package for whole whose package.json is there. So
 * what an unfinished install left goes first; npm's cache still has what was downloaded. npm's own record is written last.
 */
function beginInstall() {
  var isUnfinished =
    fs.existsSync(unfinishedFile) || !fs.existsSync(path.join(modules, '.package-lock.json'));
  fs.mkdirSync(modules, { recursive: true });
  if (isUnfinished) {
    fs.readdirSync(modules).forEach(function (name) {
      fs.rmSync(path.join(modules, name), { recursive: true, force: true });
    });
  }
  fs.writeFileSync(unfinishedFile, '');
}

function install(stamp, done) {
  var stop = startClock('Installing the packages of package-lock.json (once, and again when it changes) …');
  askRegistry(function (isReachable) {
    runInstall(stamp, isReachable, stop, done);
  });
}

function runInstall(stamp, isReachable, stop, done) {
  // Not "npm ci": it refuses a lock file in which an optional package for another system is missing, as it is when the
  // registry that made the lock does not carry that system. --no-save leaves the lock file as it is and obeys it.
  var args = ['install', '--no-save', '--no-audit', '--no-fund', '--fetch-retries=2'];
  // Offline, everything may still be in npm's cache; what is not is told at once.
  args.push(isReachable ? '--prefer-offline' : '--offline');
  try {
    beginInstall();
  } catch (error) {
    stop('failed');
    fail(EXIT.installFailed, 'The packages cannot be written to ' + modules + ': ' + error.message);
  }
  var child = spawnNpm(args);
  var log = '';
  var keep = function (chunk) {
    log = (log + chunk).slice(-20000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  var isStopping = false;
  // npm puts back what was there before, which can take as long as the install. Nothing needs it: see beginInstall.
  var forward = function (signal) {
    isStopping = true;
    child.kill(signal);
    setTimeout(function () {
      child.kill('SIGKILL');
    }, 2000);
  };
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  child.on('error', function (error) {
    stop('failed');
    fail(EXIT.installFailed, 'npm could not be started: ' + error.message);
  });
  child.on('close', function (code, signal) {
    process.removeListener('SIGINT', forward);
    process.removeListener('SIGTERM', forward);
    if (code === 0 && nodeRuns()) {
      fs.writeFileSync(stampFile, stamp);
      fs.rmSync(unfinishedFile, { force: true });
      stop('installed');
      return done();
    }
    stop(signal || isStopping ? 'stopped' : 'failed');
    if (signal || isStopping) process.exit(130);
    var tail = log.trim().split('\n').slice(-25).join('\n');
    if (code === 0) {
      fail(
        EXIT.installFailed,
        tail +
          '\n\nThe packages are there, but the Node.js among them does not run: npm did not run the install scripts\n' +
          'listed under "allowScripts" in package.json. Is "ignore-scripts" set in your npm configuration?',
      );
    }
    if (!isReachable || NO_NETWORK.test(log)) {
      fail(
        EXIT.noNetwork,
        tail +
          '\n\nNo network: npm could not reach the package registry. Reihe needs it once, to install its packages.\n' +
          'Check the connection (or the proxy and registry in your npm configuration) and run the same command again.',
      );
    }
    fail(
      EXIT.installFailed,
      tail + '\n\nThe packages could not be installed; the end of the log of npm is above.',
    );
  });
}

function handOver(command, args) {
  var env = {};
  Object.keys(process.env).forEach(function (name) {
    env[name] = process.env[name];
  });
  // From here on "node" is the one among the packages, whatever the machine has.
  var pathName =
    Object.keys(env).filter(function (name) {
      return name.toUpperCase() === 'PATH';
    })[0] || 'PATH';
  env[pathName] = path.join(modules, '.bin') + path.delimiter + (env[pathName] || '');
  var child = childProcess.spawn(
    ownNode,
    [
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      path.join(__dirname, command, 'main.ts'),
    ].concat(args),
    {
      cwd: root,
      env: env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  // On a terminal Ctrl-C reaches the command by itself, as it does everything in the foreground: a second copy is harmless.
  ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
    process.on(signal, function () {
      child.kill(signal);
    });
  });
  // Killed outright, npm passes nothing on. That it is gone shows in another parent: the scripts of package.json begin with
  // "exec" so that no shell stands in between, which would also keep a Ctrl-C that was meant for npm alone to itself.
  var parent = process.ppid;
  setInterval(function () {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 300).unref();
  child.on('error', function (error) {
    fail(1, 'The command could not be started: ' + error.message);
  });
  child.on('close', function (code, signal) {
    process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : code);
  });
}

function main() {
  var command = process.argv[2];
  if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
    fail(
      EXIT.oldNode,
      'Reihe needs Node.js 20 or newer (Node >= 20 needed); this is ' +
        process.version +
        '. See https://nodejs.org',
    );
  }
  if (COMMANDS.indexOf(command) < 0 || !fs.existsSync(path.join(__dirname, command, 'main.ts'))) {
    fail(EXIT.usage, 'Unknown command "' + command + '". There are: ' + COMMANDS.join(', ') + '.');
  }
  var go = function () {
    handOver(command, process.argv.slice(3));
  };
  var stamp = wantedStamp();
  if (isInstalled(stamp)) go();
  else install(stamp, go);
}

main();
