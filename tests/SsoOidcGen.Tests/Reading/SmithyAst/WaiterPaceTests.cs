using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>How long and how often it is waited: ten minutes where a model does not say.</summary>
public sealed class WaiterPaceTests
{
    [Theory]
    [InlineData("", 2, 300)]
    [InlineData("\"minDelay\": 1,", 1, 600)]
    [InlineData("\"minDelay\": 7,", 7, 86)]
    [InlineData("\"minDelay\": 599,", 599, 2)]
    [InlineData("\"minDelay\": 600,", 600, 1)]
    [InlineData("\"minDelay\": 601,", 601, 1)]
    [InlineData("\"maxDelay\": 120,", 2, 60)]
    [InlineData("\"minDelay\": 7, \"maxDelay\": 20,", 7, 2)]
    [InlineData("\"minDelay\": 7, \"maxDelay\": 6,", 7, 1)]
    public void A_waiter_has_a_pace(string pace, int delay, int attempts)
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#ListUsers": {
              "type": "operation",
              "input": {"target": "users#ListUsersRequest"},
              "output": {"target": "users#ListUsersResponse"},
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/users"},
                "smithy.waiters#waitable": {
                  "Done": { {{{pace}}} "acceptors": [{"state": "success", "matcher": {"success": true}}]}
                }
              }
            }
            """
        );

        WaiterModel waiter = Assert.Single(model.Waiters);
        Assert.Equal((delay, attempts), (waiter.DelaySeconds, waiter.MaxAttempts));
    }
}
