/** A service worker as far as its page sees it. */
export class FakeWorker extends EventTarget {
  state = "installing";
  readonly messages: unknown[] = [];
  postMessage(message: unknown): void {
    this.messages.push(message);
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  looks = 0;
  isOffline = false;
  update(): Promise<void> {
    this.looks += 1;
    return this.isOffline ? Promise.reject(new TypeError("no signal")) : Promise.resolve();
  }
}

/** What a browser does with service workers, moved by the test; nothing of it exists in Node. */
export class FakeServiceWorkers extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly registered: unknown[] = [];
  failsToRegister = false;

  register(url: string, options: unknown): Promise<FakeRegistration> {
    if (this.failsToRegister) return Promise.reject(new DOMException("no", "SecurityError"));
    this.registered.push([url, options]);
    return Promise.resolve(this.registration);
  }
  find(): FakeWorker {
    const worker = new FakeWorker();
    this.registration.installing = worker;
    this.registration.dispatchEvent(new Event("updatefound"));
    return worker;
  }
  install(worker: FakeWorker): void {
    worker.state = "installed";
    this.registration.installing = null;
    this.registration.waiting = worker;
    worker.dispatchEvent(new Event("statechange"));
  }
  /** A worker that could not be fetched whole leaves nothing behind. */
  failToInstall(worker: FakeWorker): void {
    worker.state = "redundant";
    this.registration.installing = null;
    worker.dispatchEvent(new Event("statechange"));
  }
  /** The worker takes over every tab, whoever asked for it. */
  activate(worker: FakeWorker): void {
    worker.state = "activated";
    this.registration.installing = null;
    this.registration.waiting = null;
    this.registration.active = worker;
    this.controller = worker;
    worker.dispatchEvent(new Event("statechange"));
    this.dispatchEvent(new Event("controllerchange"));
  }
}

/** A page that can be shown and put away. */
export class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = "visible";
  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}
