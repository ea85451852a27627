import { HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { Me, Permission, SignIn } from '@reihe/shared-contracts';
import { may } from '@reihe/shared-policies';
import { AuthClient } from './auth-client';

/** Who is signed in, and what the one permission table lets them do. The API decides the same way; here it hides buttons. */
@Injectable({ providedIn: 'root' })
export class StaffAccess {
  private readonly auth = inject(AuthClient);
  private readonly current = signal<Me | null>(null);
  private asked: Promise<Me | null> | null = null;

  readonly me = this.current.asReadonly();
  readonly isSignedIn = computed(() => this.current() !== null);

  may(permission: Permission): boolean {
    const me = this.current();
    return me !== null && may(me.roles, permission);
  }

  /** Asks the API once per page load; null when nobody is signed in. Other failures are thrown and asked again next time. */
  ready(): Promise<Me | null> {
    this.asked ??= this.ask().catch((error: unknown) => {
      this.asked = null;
      throw error;
    });
    return this.asked;
  }

  async signIn(credentials: SignIn): Promise<Me> {
    const me = await this.auth.signIn(credentials);
    this.is(me);
    return me;
  }

  async signOut(): Promise<void> {
    await this.auth.signOut();
    this.is(null);
  }

  /** The API says that the session is over. */
  end(): void {
    this.is(null);
  }

  private is(me: Me | null): void {
    this.current.set(me);
    this.asked = Promise.resolve(me);
  }

  private async ask(): Promise<Me | null> {
    try {
      const me = await this.auth.me();
      this.current.set(me);
      return me;
    } catch (error) {
      if (error instanceof HttpErrorResponse && error.status === 401) return null;
      throw error;
    }
  }
}
