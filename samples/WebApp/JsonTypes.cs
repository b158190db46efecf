using System.Text.Json.Serialization;

namespace WebApp;

/// <summary>What this application reads and writes as JSON.</summary>
[JsonSerializable(typeof(List<Account>))]
[JsonSerializable(typeof(PendingSignIn))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class JsonTypes : JsonSerializerContext;
