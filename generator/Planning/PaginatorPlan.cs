using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

internal sealed record PaginatorPlan(PaginatorModel Model, OperationPlan Operation);
