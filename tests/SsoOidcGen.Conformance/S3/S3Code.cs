using System.Reflection;
using System.Text.Json;
using SsoOidcGen.Conformance.Protocols;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.S3;

/// <summary>The public model of S3, generated, and called at a fixed time with well-known credentials.</summary>
internal sealed class S3Code
{
    private const string Operations =
        "CopyObject;DeleteObjects;GetBucketLocation;GetObject;HeadObject;ListObjectsV2;PutObject";

    public static readonly DateTimeOffset Time = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Lazy<Assembly> Generated = new(Generate);

    private readonly object _client;

    private S3Code(object client) => _client = client;

    public static Assembly Code => Generated.Value;

    /// <param name="handler">Takes what is sent.</param>
    /// <param name="settings">What only S3's clients can set, by name.</param>
    /// <param name="adjust">What every client can set.</param>
    public static S3Code Create(
        HttpMessageHandler handler,
        IEnumerable<(string Name, object Value)> settings,
        Action<ServiceClientOptions>? adjust = null
    )
    {
        Type type = Code.GetType("S3.S3ClientOptions", throwOnError: true)!;
        ServiceClientOptions options = (ServiceClientOptions)Activator.CreateInstance(type)!;
        options.Region = "us-west-2";
        options.Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        options.Environment = new AwsEnvironment(Path.GetTempPath());
        options.TimeProvider = new FixedTime();
        options.MaxAttempts = 1;
        adjust?.Invoke(options);
        foreach ((string name, object value) in settings)
        {
            type.GetProperty(name)!.SetValue(options, value);
        }

        Type client = Code.GetType("S3.S3Client", throwOnError: true)!;
        return new S3Code(Activator.CreateInstance(client, new HttpClient(handler), options)!);
    }

    public async Task CallAsync(string operation, string input, Stream? body = null)
    {
        MethodInfo method = _client.GetType().GetMethod(operation + "Async")!;
        object request = Input(method.GetParameters()[0].ParameterType, input, body);
        await (Task)method.Invoke(_client, [request, CancellationToken.None])!;
    }

    public async Task<PresignedRequest> PresignAsync(string operation, string input, TimeSpan lifetime)
    {
        object descriptor = Code.GetType("S3.S3Client+Operations", throwOnError: true)!
            .GetProperty(operation)!
            .GetValue(null)!;
        Type[] types = descriptor.GetType().BaseType!.GenericTypeArguments;
        MethodInfo method = typeof(ServiceClient)
            .GetMethod(nameof(ServiceClient.PresignAsync))!
            .MakeGenericMethod(types);
        object request = Input(types[0], input, body: null);
        return await (ValueTask<PresignedRequest>)
            method.Invoke(_client, [descriptor, request, lifetime, CancellationToken.None])!;
    }

    public async Task<PresignedPost> PresignPostAsync(PostPolicy policy) =>
        await (ValueTask<PresignedPost>)
            _client.GetType().GetMethod("PresignPostAsync")!.Invoke(_client, [policy, CancellationToken.None])!;

    private static object Input(Type type, string input, Stream? body)
    {
        using JsonDocument json = JsonDocument.Parse(input);
        object request = GeneratedValues.Create(type, json.RootElement);
        if (body is not null)
        {
            type.GetProperty("Body")!.SetValue(request, body);
        }

        return request;
    }

    private static Assembly Generate()
    {
        Generation generation = Generation.Run(
            ModelText.Folder(Repository.DataOrSkip("models/s3/2006-03-01"), $"S3|S3Client|{Operations}|")
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Time;
    }
}
