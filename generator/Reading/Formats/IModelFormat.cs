using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Soundness;

namespace SsoOidcGen.Reading.Formats;

/// <summary>The files of one model, in the format they are written in. Nobody else knows how that format spells a thing.</summary>
internal interface IModelFormat
{
    /// <summary>What is well formed of the model. Null, with a diagnostic, when it is none.</summary>
    ModelDraft? Read();

    /// <summary>The token of a part, or of what is nearest around it; null when its file cannot be read.</summary>
    SourceSpan? Locate(ModelPart part);
}
