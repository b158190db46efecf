using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

internal sealed record PlanResult(ServicePlan Plan, EquatableArray<DiagnosticInfo> Diagnostics);
