namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What can be wrong with the paginators and waiters of a Smithy model, and where it is said.</summary>
public sealed class UnsoundPaginatorAndWaiterTests
{
    [Theory]
    [InlineData("SSOGEN018", """ {"inputToken": «"Nothing"», "outputToken": "NextToken"} """)]
    [InlineData("SSOGEN020", """ {"inputToken": "Token", "outputToken": «"Nothing"»} """)]
    [InlineData("SSOGEN020", """ {"inputToken": "Token", "outputToken": "NextToken", "items": «"Nothing"»} """)]
    [InlineData("SSOGEN018", """ {"inputToken": "Token", "outputToken": "NextToken", "pageSize": «"Nothing"»} """)]
    [InlineData("SSOGEN018", """ {"inputToken": "Token", "outputToken": «"Total"»} """)]
    [InlineData("SSOGEN005", """ «{»"outputToken": "NextToken"} """)]
    [InlineData("SSOGEN004", """ {"inputToken": "Token", "outputToken": «[»"NextToken"]} """)]
    public void A_paginator_is_checked(string id, string paginator) =>
        SmithyReading.ReadUnsound(id, ListUsers($"\"smithy.api#paginated\": {paginator.Trim()}"));

    [Theory]
    [InlineData("SSOGEN006", """ «"a-b"»: {"acceptors": []} """)]
    [InlineData("SSOGEN005", """ "Done": «{»} """)]
    [InlineData("SSOGEN019", """ "Done": {"acceptors": «[»]} """)]
    [InlineData(
        "SSOGEN004",
        """ "Done": {"minDelay": «0», "acceptors": [{"state": "success", "matcher": {"success": true}}]} """
    )]
    [InlineData("SSOGEN004", """ "Done": {"acceptors": [{"state": «"ready"», "matcher": {"success": true}}]} """)]
    [InlineData("SSOGEN019", """ "Done": {"acceptors": [{"state": "success", "matcher": «{»"inputOutput": {}}}]} """)]
    [InlineData(
        "SSOGEN004",
        """ "Done": {"acceptors": [{"state": "success", "matcher": {"output": {"path": "Total", "comparator": «"equals"», "expected": "1"}}}]} """
    )]
    [InlineData(
        "SSOGEN004",
        """ "Done": {"acceptors": [{"state": "success", "matcher": {"output": {"path": "Total", "comparator": "booleanEquals", "expected": «"maybe"»}}}]} """
    )]
    [InlineData(
        "SSOGEN020",
        """ "Done": {"acceptors": [{"state": "success", "matcher": {"output": {"path": «"Nothing"», "comparator": "stringEquals", "expected": "1"}}}]} """
    )]
    [InlineData(
        "SSOGEN019",
        """ "Done": {"acceptors": [{"state": "success", "matcher": {"output": {"path": "NextToken", "comparator": "booleanEquals", "expected": «"true"»}}}]} """
    )]
    public void A_waiter_is_checked(string id, string waiter) =>
        SmithyReading.ReadUnsound(id, ListUsers($"\"smithy.waiters#waitable\": {{{waiter}}}"));

    private static string ListUsers(string trait) =>
        SmithyReading.Model(
            """
            "users#ListUsers": {
              "type": "operation",
              "input": {"target": "users#ListUsersRequest"},
              "output": {"target": "users#ListUsersResponse"},
              "traits": {"smithy.api#http": {"method": "GET", "uri": "/users"}, TRAIT}
            }
            """.Replace("TRAIT", trait, StringComparison.Ordinal)
        );
}
