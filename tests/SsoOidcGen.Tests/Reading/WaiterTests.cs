using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

public sealed class WaiterTests
{
    private const string FileName = "waiters-2.json";

    [Fact]
    public void A_waiter_keeps_its_pace_and_its_acceptors_in_order()
    {
        WaiterModel waiter = Assert.Single(
            ModelReading
                .ReadSound(
                    ModelReading.Model(),
                    (
                        FileName,
                        """
                        {
                          "version": 2,
                          "waiters": {
                            "UserActive": {
                              "operation": "GetUser",
                              "description": "Waits",
                              "delay": 5,
                              "maxAttempts": 40,
                              "acceptors": [
                                {"state": "success", "matcher": "path", "argument": "User.Active", "expected": true},
                                {"state": "failure", "matcher": "status", "expected": 410},
                                {"state": "retry", "matcher": "error", "expected": "NotFound"},
                                {"state": "failure", "matcher": "error", "expected": true}
                              ]
                            }
                          }
                        }
                        """
                    )
                )
                .Waiters
        );

        Assert.Equal(
            ("UserActive", "GetUser", "Waits", 5, 40),
            (waiter.Name, waiter.Operation, waiter.Documentation, waiter.DelaySeconds, waiter.MaxAttempts)
        );
        Assert.Equal("User.Active", waiter.Acceptors[0].Argument?.Text);
        Assert.Equal(
            [
                (AcceptorState.Success, AcceptorMatcher.Path, new(null, null, true)),
                (AcceptorState.Failure, AcceptorMatcher.Status, new(null, 410, null)),
                (AcceptorState.Retry, AcceptorMatcher.Error, new("NotFound", null, null)),
                (AcceptorState.Failure, AcceptorMatcher.Error, new AcceptorExpectation(null, null, true)),
            ],
            waiter.Acceptors.Select(acceptor => (acceptor.State, acceptor.Matcher, acceptor.Expected))
        );
    }

    [Theory]
    [InlineData("""{"matcher": "pathAny", "argument": "Users[].Name", "expected": "a"}""")]
    [InlineData("""{"matcher": "pathAll", "argument": "Users[].Active", "expected": false}""")]
    [InlineData("""{"matcher": "pathAll", "argument": "ByName.*.Name", "expected": "a"}""")]
    [InlineData("""{"matcher": "path", "argument": "length(Users[?Active]) > `0`", "expected": true}""")]
    [InlineData("""{"matcher": "path", "argument": "length(Users)", "expected": 2}""")]
    public void What_can_be_compared_is_accepted(string acceptor)
    {
        ServiceModel model = ModelReading.ReadSound(ModelReading.Model(), (FileName, Waiter(acceptor)));

        Assert.Single(model.Waiters);
    }

    [Theory]
    [InlineData("SSOGEN004", """{"matcher": «"regex"», "expected": "a"}""")]
    [InlineData("SSOGEN004", """{"matcher": "status", "expected": «2.5»}""")]
    [InlineData("SSOGEN005", """«{»"matcher": "status"}""")]
    [InlineData("SSOGEN005", """«{»"matcher": "path", "expected": "a"}""")]
    [InlineData("SSOGEN011", """{"matcher": "status", "expected": 200, «"argumnt"»: "x"}""")]
    [InlineData("SSOGEN019", """{"matcher": "status", "expected": «"200"»}""")]
    [InlineData("SSOGEN019", """{"matcher": "error", "expected": «404»}""")]
    [InlineData("SSOGEN019", """{"matcher": "path", "argument": "NextToken", "expected": «true»}""")]
    [InlineData("SSOGEN019", """{"matcher": "path", "argument": "NextToken", "expected": «false»}""")]
    [InlineData("SSOGEN019", """{"matcher": "path", "argument": "NextToken", "expected": «7»}""")]
    [InlineData("SSOGEN019", """{"matcher": "path", "argument": "Users", "expected": «"a"»}""")]
    [InlineData("SSOGEN019", """{"matcher": "path", "argument": "Users[0]", "expected": «"a"»}""")]
    [InlineData("SSOGEN019", """{"matcher": "pathAny", "argument": «"NextToken"», "expected": "a"}""")]
    [InlineData("SSOGEN019", """{"matcher": "pathAll", "argument": "Users[].Active", "expected": «"a"»}""")]
    [InlineData("SSOGEN020", """{"matcher": "pathAll", "argument": «"Users[].State"», "expected": "a"}""")]
    [InlineData("SSOGEN020", """{"matcher": "path", "argument": «"sort(Users)[0]"», "expected": "a"}""")]
    public void A_fault_in_an_acceptor_is_reported_at_its_token(string id, string acceptor)
    {
        Assert.NotNull(ModelReading.ReadUnsound(id, ModelReading.Model(), (FileName, Waiter(acceptor))));
    }

    [Theory]
    [InlineData("SSOGEN004", """{"W": {"operation": "GetUser", "delay": «0», "maxAttempts": 2, "acceptors": []}}""")]
    [InlineData("SSOGEN004", """{"W": {"operation": "GetUser", "delay": 1, "maxAttempts": «1e12», "acceptors": []}}""")]
    [InlineData("SSOGEN004", """{"W": {"operation": "GetUser", "delay": 1, "maxAttempts": 2, "acceptors": [«1»]}}""")]
    [InlineData("SSOGEN005", """{"W": «{»"operation": "GetUser", "delay": 1, "acceptors": []}}""")]
    [InlineData("SSOGEN005", """{"W": «{»"operation": "GetUser", "delay": 1, "maxAttempts": 2}}""")]
    [InlineData("SSOGEN006", """{«"a b"»: {"operation": "GetUser", "delay": 1, "maxAttempts": 2, "acceptors": []}}""")]
    [InlineData("SSOGEN019", """{"W": {"operation": «"GetPerson"», "delay": 1, "maxAttempts": 2, "acceptors": []}}""")]
    [InlineData("SSOGEN019", """{"W": {"operation": "GetUser", "delay": 1, "maxAttempts": 2, "acceptors": «[»]}}""")]
    public void A_fault_in_a_waiter_is_reported_at_its_token(string id, string waiters)
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            id,
            ModelReading.Model(),
            (FileName, $$"""{"waiters": {{waiters}} }""")
        );

        Assert.Empty(model!.Waiters);
    }

    private static string Waiter(string acceptor) =>
        $$"""
            {
              "waiters": {
                "W": {
                  "operation": "ListUsers", "delay": 1, "maxAttempts": 2,
                  "acceptors": [{{acceptor.Replace(
                "\"matcher\"",
                "\"state\": \"success\", \"matcher\"",
                StringComparison.Ordinal
            )}}]
                }
              }
            }
            """;
}
