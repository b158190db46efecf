using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.SignIn;

public class FlowChoiceTests
{
    private static readonly SsoSession s_session = new()
    {
        Name = "dev",
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "us-east-1",
    };

    [Fact]
    public void A_machine_out_of_a_browsers_reach_signs_in_with_a_code_and_says_why()
    {
        FlowChoice choice = Choose(s_session, SignInMethod.Automatic);

        Assert.Equal(SignInMethod.DeviceCode, choice.Method);
        Assert.Equal(
            "Signing in with a code because this is an SSH session, which your browser cannot call back.",
            choice.Explanation
        );
    }

    [Fact]
    public void A_session_may_say_how_its_people_sign_in() =>
        Assert.Equal(
            new FlowChoice(SignInMethod.Browser, Explanation: null),
            Choose(s_session with { Method = SignInMethod.Browser }, SignInMethod.Automatic)
        );

    [Fact]
    public void The_caller_has_the_last_word() =>
        Assert.Equal(
            new FlowChoice(SignInMethod.DeviceCode, Explanation: null),
            Choose(s_session with { Method = SignInMethod.Browser }, SignInMethod.DeviceCode)
        );

    [Fact]
    public void The_legacy_form_signs_in_with_a_code_like_the_CLI()
    {
        FlowChoice choice = Choose(s_session with { Name = null }, SignInMethod.Automatic);

        Assert.Equal(SignInMethod.DeviceCode, choice.Method);
        Assert.Equal(
            "Signing in with a code because a start URL without an sso-session signs in with a code, as in the AWS CLI.",
            choice.Explanation
        );
    }

    private static FlowChoice Choose(SsoSession session, SignInMethod method)
    {
        AwsEnvironment overSsh = new("/home", new Dictionary<string, string> { ["SSH_TTY"] = "/dev/pts/0" });
        return FlowChoice.Make(
            session,
            new SsoLoginOptions
            {
                Method = method,
                Client = new ServiceClientOptions { Environment = overSsh },
            }
        );
    }
}
