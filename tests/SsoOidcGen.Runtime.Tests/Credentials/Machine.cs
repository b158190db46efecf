using System.Net;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Runtime.Tests;

/// <summary>A machine with config file, variables and a network that responds as a test says.</summary>
internal sealed class Machine : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Func<SentRequest, HttpResponseMessage> _respond;
    private readonly TestHome _home;

    /// <param name="config">The config file.</param>
    /// <param name="variables">The environment variables; instance metadata is off unless they say otherwise.</param>
    /// <param name="respond">What the network responds; null: nothing may be sent.</param>
    public Machine(
        string config = "",
        Dictionary<string, string>? variables = null,
        Func<SentRequest, HttpResponseMessage>? respond = null
    )
    {
        variables = new(variables ?? []);
        variables.TryAdd("AWS_EC2_METADATA_DISABLED", "true");
        variables.TryAdd("AWS_REGION", "us-west-2");
        _home = new TestHome(config, variables: variables);
        _respond = respond ?? (request => throw new InvalidOperationException($"{request.Uri} was asked for."));
    }

    public List<SentRequest> Sent { get; } = [];

    public HastyTime Clock { get; } = new(Now);

    public string Write(string name, string text)
    {
        File.WriteAllText(_home.PathOf(name), text);
        return _home.PathOf(name);
    }

    /// <summary>The provider that clients on the machine share.</summary>
    /// <param name="profile">The profile that is named in code.</param>
    public IAwsCredentialsProvider Find(string? profile = null)
    {
        ServiceClientOptions options = new() { TimeProvider = Clock, Profile = profile };
        CredentialsSearch search = _home.Resolve(options, "STS").Authentication.CreateSearch();
        return DefaultCredentialsChain.Instance.Find(
            new CredentialsSearch
            {
                Environment = search.Environment,
                Config = search.Config,
                Profile = search.Profile,
                IsProfileChosen = search.IsProfileChosen,
                Region = search.Region,
                TimeProvider = search.TimeProvider,
                MfaCode = MfaCode,
                Handler = new ScriptedHandler(Respond),
            }
        );
    }

    public Func<string, CancellationToken, ValueTask<string>>? MfaCode { get; init; }

    public async Task<AwsCredentials> GetAsync(string? profile = null) =>
        await Find(profile).GetCredentialsAsync(TestContext.Current.CancellationToken);

    /// <summary>What finding or getting credentials throws.</summary>
    public async Task<Exception> FailAsync(string? profile = null)
    {
        Exception? exception = await Record.ExceptionAsync(() => GetAsync(profile));
        Assert.NotNull(exception);
        return exception;
    }

    public void Dispose() => _home.Dispose();

    public static HttpResponseMessage Response(string body, int status = 200) =>
        new((HttpStatusCode)status) { Content = new StringContent(body) };

    /// <summary>What STS responds when a role is assumed.</summary>
    public static HttpResponseMessage Role(string operation = "AssumeRole", string key = "ASIAROLE") =>
        Response(
            $"""
            <{operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{operation}Result>
            <Credentials><AccessKeyId>{key}</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey>
            <SessionToken>role-token</SessionToken><Expiration>2026-01-01T13:00:00Z</Expiration></Credentials>
            <AssumedRoleUser><AssumedRoleId>id:s</AssumedRoleId><Arn>arn:aws:sts::123456789012:assumed-role/A/s</Arn></AssumedRoleUser>
            </{operation}Result></{operation}Response>
            """
        );

    private HttpResponseMessage Respond(HttpRequestMessage message)
    {
        SentRequest request = new(
            message.Method.Method,
            message.RequestUri!,
            message.Headers.ToDictionary(
                static header => header.Key,
                static header => string.Join(",", header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            message.Content is { } content ? new StreamReader(content.ReadAsStream()).ReadToEnd() : null
        );
        Sent.Add(request);
        return _respond(request);
    }
}
