using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The format of a service's errors.</summary>
/// <remarks>A trimmed program keeps the code of those formats alone that its clients use.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ErrorFormat
{
    private protected ErrorFormat() { }

    /// <summary>JSON, with the code in a header or in the body (AWS restJson1, awsJson1_0 and awsJson1_1).</summary>
    public static ErrorFormat Json => JsonErrorFormat.Instance;

    /// <summary>CBOR, with the code in the body (Smithy RPC v2 CBOR).</summary>
    public static ErrorFormat Cbor => CborErrorFormat.Instance;

    /// <summary>XML, with the code in the body (AWS restXml, awsQuery and ec2Query).</summary>
    public static ErrorFormat Xml => XmlErrorFormat.Instance;

    /// <summary>What a body is, for example <c>JSON object</c>.</summary>
    internal abstract string Object { get; }

    /// <summary>The header <c>x-amzn-errortype</c> may hold the code.</summary>
    internal abstract bool HasTypeHeader { get; }

    /// <summary>Why a response's body must not be read; null when it may.</summary>
    internal virtual string? FlawOf(HttpResponseMessage response) => null;

    /// <summary>Hides sensitive values in a body.</summary>
    internal abstract void Redact(PooledBuffer body, SensitiveValues secrets);

    /// <summary>Finds code and message in a body. Never throws.</summary>
    internal abstract ErrorMembers Read(ReadOnlySpan<byte> body);

    /// <summary>The body is damaged content of this format, and not text that a gateway wrote for humans.</summary>
    internal abstract bool IsDamaged(ReadOnlySpan<byte> body);
}
