/** Entry point of the page: the routes, each loaded when it is first opened, and the query cache. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter, Route, Routes } from 'react-router'
import { ProblemError } from './api.ts'
import { nameKinds } from './names/name-kinds.ts'
import { Layout } from './page/Layout.tsx'
import './theme.css'

const ConversationPage = lazy(() => import('./conversation/ConversationPage.tsx'))
const Documents = lazy(() => import('./documents/Documents.tsx'))
const DocumentPage = lazy(() => import('./documents/DocumentPage.tsx'))
const Collections = lazy(() => import('./collections/Collections.tsx'))
const CollectionPage = lazy(() => import('./collections/CollectionPage.tsx'))
const NameList = lazy(() => import('./names/NameList.tsx'))
const NamePage = lazy(() => import('./names/NamePage.tsx'))
const MySources = lazy(() => import('./citing/MySources.tsx'))
const NotFound = lazy(() => import('./page/NotFound.tsx'))

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // The archive does not change while a page is open.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      // The server may run on the same machine: then it answers even without a network.
      networkMode: 'always',
      // Requests that failed because the network was down are repeated when it is back.
      refetchOnReconnect: true,
      // Retry once when no response came, but not after an error response.
      retry: (failures, error) => failures < 1 && !(error instanceof ProblemError),
      retryDelay: 600,
    },
    mutations: { networkMode: 'always' },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter>
        <Routes>
          <Route element={<Layout />}>
            {/* One element for both routes, so that the sidebar is not mounted again. */}
            <Route element={<ConversationPage />}>
              <Route index element={null} />
              <Route path="c/:id" element={null} />
            </Route>
            <Route path="documents" element={<Documents />} />
            <Route path="documents/:id" element={<DocumentPage />} />
            <Route path="collections" element={<Collections />} />
            <Route path="collections/:id" element={<CollectionPage />} />
            {Object.values(nameKinds).map((nameKind) => (
              <Route key={nameKind.path} path={nameKind.path}>
                <Route index element={<NameList key={nameKind.path} nameKind={nameKind} />} />
                <Route path=":id" element={<NamePage key={nameKind.path} nameKind={nameKind} />} />
              </Route>
            ))}
            <Route path="my-sources" element={<MySources />} />
            <Route path="*" element={<NotFound />} />
          </Route>
        </Routes>
      </BrowserRouter>
    </QueryClientProvider>
  </StrictMode>,
)
