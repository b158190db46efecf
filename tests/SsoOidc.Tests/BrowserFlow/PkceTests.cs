namespace SsoOidc.Tests.BrowserFlow;

public class PkceTests
{
    [Fact]
    public void The_example_of_RFC_7636_appendix_B_comes_out() =>
        Assert.Equal(
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            new Pkce("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").Challenge
        );

    [Fact]
    public void A_verifier_is_new_each_time_and_of_allowed_form()
    {
        string[] verifiers = [.. Enumerable.Range(0, 50).Select(_ => new Pkce().Verifier)];

        Assert.Distinct(verifiers);
        Assert.All(verifiers, verifier => Assert.Matches("^[A-Za-z0-9_-]{64}$", verifier));
    }
}
