namespace SsoOidcGen.Runtime;

/// <summary>When checksums guard a body against damage on its way (AWS SDKs and Tools Reference, "Data Integrity Protections").</summary>
public enum ChecksumUse
{
    /// <summary>Wherever the operation supports it.</summary>
    WhenSupported,

    /// <summary>Only where the operation requires it, or the caller asks for it in the input.</summary>
    WhenRequired,
}
