using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

internal sealed record WaiterPlan(WaiterModel Model, OperationPlan Operation);
