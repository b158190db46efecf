using SsoOidcGen.Diagnostics;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning;

internal sealed record PlanResult(ServicePlan Plan, EquatableArray<DiagnosticInfo> Diagnostics);
