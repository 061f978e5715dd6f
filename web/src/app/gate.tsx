// Lets people in: asks who they are where the server wants to know, waits for the workspace, then shows the shell.
import { Loader } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useSession, useWorkspaceQuery, WorkspaceContext } from "../api/hooks.ts";
import { isSignedOut } from "../api/problem.ts";
import { ErrorState } from "../ui/error-state.tsx";
import { JOIN_TOKEN, SETUP_TOKEN } from "./setup-token.ts";
import { Shell } from "./shell.tsx";

const Join = lazy(() => import("../features/access/join.tsx"));
const SignIn = lazy(() => import("../features/access/sign-in.tsx"));

export function Gate() {
  const session = useSession();
  if (session.isPending) return <Waiting />;
  if (session.isError) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (JOIN_TOKEN !== "") {
    return (
      <Suspense fallback={<Waiting />}>
        <Join token={JOIN_TOKEN} />
      </Suspense>
    );
  }
  if (session.data.access === "public") {
    return (
      <Suspense fallback={<Waiting />}>
        <SignIn needsSetup={session.data.needsSetup} setupToken={SETUP_TOKEN} />
      </Suspense>
    );
  }
  return <Inside />;
}

function Inside() {
  const workspace = useWorkspaceQuery();
  const session = useSession();
  if (workspace.data === undefined) {
    if (!workspace.isError) return <Waiting />;
    const retry = () => void (isSignedOut(workspace.error) ? session.refetch() : workspace.refetch());
    return <ErrorState error={workspace.error} onRetry={retry} />;
  }
  return (
    <WorkspaceContext value={workspace.data}>
      <Shell isServerGone={workspace.isError} />
    </WorkspaceContext>
  );
}

function Waiting() {
  return (
    <div className="state">
      <Loader size="sm" aria-label="Loading the workspace" />
    </div>
  );
}
